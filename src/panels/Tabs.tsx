import { t } from '../i18n/t.ts';

export const tabs = ['plane', 'experiment', 'curves', 'layer'] as const;
export type Tab = (typeof tabs)[number];

/** On narrow screens: which part of the page is in sight. */
export function Tabs({ tab, onChange }: { readonly tab: Tab; readonly onChange: (tab: Tab) => void }) {
  return (
    <nav className="tabs" aria-label={t('tabs.title')}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === tab ? 'true' : undefined}
          onClick={() => onChange(name)}
        >
          {t(`tabs.${name}`)}
        </button>
      ))}
    </nav>
  );
}
