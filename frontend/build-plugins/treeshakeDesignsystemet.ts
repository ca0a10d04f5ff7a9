import type { Plugin } from 'vite';
/**
 * designsystemet-react 1.22 has no "sideEffects" flag, so one Button pulls in the whole package (64 kB gz).
 * The barrel also imports designsystemet-web (28 kB gz of global behaviours), which this drops. Components that need it
 * (Tabs, Tooltip, Details …) import it themselves; those that would break silently without it (Card's click delegation,
 * ErrorSummary, Dialog's own close button) are refused by lint or replaced by the pieces in shared/ui.
 */
export const treeshakeDesignsystemet = (): Plugin => ({
  name: 'treeshake-designsystemet',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id.includes('@digdir/designsystemet-react') ? { ...found, moduleSideEffects: false } : null;
  },
});
