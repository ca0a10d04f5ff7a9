// Before first paint, as a file of its own: the content security policy allows no inline script.
(() => {
  try {
    const scheme = localStorage.getItem('bomiljo.scheme');
    if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.colorScheme = scheme;
    const locale = localStorage.getItem(
      location.pathname.startsWith('/ansatt') ? 'bomiljo.staff.locale' : 'bomiljo.locale',
    );
    if (locale) {
      document.documentElement.lang = locale;
      document.documentElement.dir = /^(ar|fa|prs|ps|ur)$/.test(locale) ? 'rtl' : 'ltr';
    }
  } catch {
    // storage may be blocked; the defaults in the page stand
  }
})();
