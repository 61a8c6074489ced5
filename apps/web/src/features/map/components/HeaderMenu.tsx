'use client';

import { IconButton } from '@jejak/ui/IconButton';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { PopMenu } from './PopMenu.tsx';

interface HeaderMenuProps {
  readonly label: string;
  readonly children: () => ReactNode;
}

/** The commands of a stage, step or lane, behind one button in its head. */
export function HeaderMenu({ label, children }: HeaderMenuProps) {
  return (
    <PopMenu
      label={label}
      trigger={(props) => (
        <IconButton
          {...props}
          label={label}
          tabIndex={-1}
          className="map-head-menu"
          icon={<Ellipsis aria-hidden="true" size={16} />}
        />
      )}
    >
      {children}
    </PopMenu>
  );
}
