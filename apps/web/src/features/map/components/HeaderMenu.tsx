'use client';

import { IconButton } from '@jejak/ui/IconButton';
import { Menu } from '@jejak/ui/Menu';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';

/** The commands of a stage, step or lane, behind one button in its head. */
export function HeaderMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Menu
      label={label}
      trigger={
        <IconButton
          label={label}
          tabIndex={-1}
          className="map-head-menu"
          icon={<Ellipsis aria-hidden="true" size={16} />}
        />
      }
    >
      {children}
    </Menu>
  );
}
