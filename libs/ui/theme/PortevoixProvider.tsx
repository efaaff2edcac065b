import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/figtree/wght.css';
import './mantine.css';
import './tokens.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { UiLinkProvider } from '../shared/link';
import type { UiLinkComponent } from '../shared/link';
import { UiTextsProvider, uiTextsOf } from '../shared/texts';
import type { UiLanguage } from '../shared/texts';
import { accentRoles } from './accent';
import { theme, variablesResolver } from './theme';
import { Toasts } from './Toasts';

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

/** The cross of every dialogue and toast has a name, in the language of the moment. */
function themeIn(language: UiLanguage): typeof theme {
  const closeButtonProps = { 'aria-label': uiTextsOf(language).close };
  const named = (name: string) => ({ ...theme.components?.[name], defaultProps: { ...(theme.components?.[name]?.defaultProps as object | undefined), closeButtonProps } });
  return { ...theme, components: { ...theme.components, Modal: named('Modal'), Drawer: named('Drawer'), Notification: named('Notification') } };
}

const colorSchemeManager = localStorageColorSchemeManager({ key: 'portevoix-color-scheme' });

/** Theme, colour scheme (the system's unless chosen), toasts and generic words. Once, at the root of an app. */
export function PortevoixProvider({ children, accent, nonce, language = 'fr', link }: PortevoixProviderProps) {
  const resolver = useMemo(() => {
    const roles = accent ? accentRoles(accent) : null;
    return variablesResolver(roles?.ok ? roles : undefined);
  }, [accent]);
  const worded = useMemo(() => themeIn(language), [language]);
  return (
    <MantineProvider
      theme={worded}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      <UiTextsProvider language={language}>
        <UiLinkProvider link={link}>
          <Toasts />
          {children}
        </UiLinkProvider>
      </UiTextsProvider>
    </MantineProvider>
  );
}
