// Nothing, on purpose.
(() => {})();
