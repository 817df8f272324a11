// Does the small calculation of a public form (see core/tickets.py) while people type.
(() => {
  const form = document.querySelector("form[data-proof-bits]");
  if (!form || !globalThis.crypto?.subtle || form.elements.proof.value) return;
  const bits = Number(form.dataset.proofBits);
  const ticket = form.elements.ticket.value;
  const encoder = new TextEncoder();

  const zeroBits = (bytes) => {
    let zeros = 0;
    for (const byte of bytes) {
      zeros += Math.clz32(byte) - 24;
      if (byte) break;
    }
    return zeros;
  };

  const search = async () => {
    for (let number = 0; ; number += 1) {
      const text = encoder.encode(`${ticket}:${number}`);
      const digest = await crypto.subtle.digest("SHA-256", text);
      if (zeroBits(new Uint8Array(digest)) >= bits) return String(number);
    }
  };

  const found = search().then((number) => { form.elements.proof.value = number; });
  form.addEventListener("submit", (event) => {
    if (form.elements.proof.value) return;
    event.preventDefault();
    found.then(() => form.requestSubmit(event.submitter));
  });
})();
