/** The naive page's own few words, in both languages. */
import i18next from 'i18next';

await i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: {
    en: {
      translation: {
        contents: 'Contents',
        size: 'Text size',
        usual: 'Usual',
        large: 'Large',
        largest: 'Largest',
        theme: 'Colours',
        light: 'Light',
        dark: 'Dark',
        offline: 'Ready to read offline',
        newer: 'A newer version is there. Load it',
      },
    },
    cy: {
      translation: {
        contents: 'Cynnwys',
        size: 'Maint y testun',
        usual: 'Arferol',
        large: 'Mawr',
        largest: 'Mwyaf',
        theme: 'Lliwiau',
        light: 'Golau',
        dark: 'Tywyll',
        offline: 'Yn barod i’w ddarllen all-lein',
        newer: 'Mae fersiwn newydd ar gael. Ei lwytho',
      },
    },
  },
});

export const t = (key: string): string => i18next.t(key);
