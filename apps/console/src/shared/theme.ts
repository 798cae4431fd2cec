import { createTheme, type MantineColorsTuple } from '@mantine/core';

const alize: MantineColorsTuple = [
  '#e6f6f6',
  '#d0ebec',
  '#a3d7d9',
  '#70c1c5',
  '#46aeb3',
  '#1f9aa0',
  '#0f8389',
  '#0b6e74',
  '#075a5f',
  '#03454a',
];

/** Calm and dense: system fonts, small radius, one accent. Colours of text meet 4.5:1 on their ground. */
export const theme = createTheme({
  primaryColor: 'alize',
  primaryShade: { light: 7, dark: 6 },
  colors: { alize },
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: { fontWeight: '650' },
  // The heading of a dialog is no second banner of the page. Named by text, so that the entry does not load them.
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        attributes: { header: { role: 'presentation' } },
        styles: { title: { fontWeight: 650 } },
      },
    },
    Drawer: {
      defaultProps: {
        position: 'right',
        attributes: { header: { role: 'presentation' } },
        styles: { title: { fontWeight: 650 } },
      },
    },
  },
});
