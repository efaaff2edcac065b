import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/figtree/wght.css';
import './mantine.css';
import './tokens.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { UiLinkProvider } from '../shared/link';
import type { UiLinkComponent } from '../shared/link';
import { UiTextsProvider } from '../shared/texts';
import type { UiLanguage } from '../shared/texts';
import { accentRoles } from './accent';
import { theme, variablesResolver } from './theme';

export interface PortevoixProviderProps {
  readonly children: ReactNode;
  /** Colour of the organisation, `#rrggbb`; one that `accentRoles` refuses is left out. */
  readonly accent?: string | null;
  /** Nonce of the content security policy, for the style elements that Mantine adds. */
  readonly nonce?: string;
  /** Language of the generic words (Annuler, Fermer…). */
  readonly language?: UiLanguage;
  /** Link of the app's router; a plain anchor by default. */
  readonly link?: UiLinkComponent;
}

const colorSchemeManager = localStorageColorSchemeManager({ key: 'portevoix-color-scheme' });

/** Theme, colour scheme (the system's unless chosen), toasts and generic words. Once, at the root of an app. */
export function PortevoixProvider({ children, accent, nonce, language = 'fr', link }: PortevoixProviderProps) {
  const resolver = useMemo(() => {
    const roles = accent ? accentRoles(accent) : null;
    return variablesResolver(roles?.ok ? roles : undefined);
  }, [accent]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      <UiTextsProvider language={language}>
        <UiLinkProvider link={link}>
          <Notifications position="bottom-center" limit={3} containerWidth="40rem" autoClose={6000} pauseResetOnHover="notification" />
          {children}
        </UiLinkProvider>
      </UiTextsProvider>
    </MantineProvider>
  );
}
