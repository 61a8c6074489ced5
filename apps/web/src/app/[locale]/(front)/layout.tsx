import { FrontFrame } from '../../../components/FrontFrame.tsx';
import { IntlMessages } from '../../../lib/IntlMessages.tsx';

/** Pages for people who are not inside yet. */
export default function FrontLayout({ children }: LayoutProps<'/[locale]'>) {
  return (
    <IntlMessages namespaces={['common', 'errors', 'account']}>
      <FrontFrame>{children}</FrontFrame>
    </IntlMessages>
  );
}
