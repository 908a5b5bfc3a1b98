// Asks the browser for a passkey and sends what it hands over with the form around the button.
// Without this script the form is not shown, and the page leads another way.

const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
};

const text = (buffer) => {
  if (!buffer) return undefined;
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const withBytes = (listed) => (listed || []).map((each) => ({ ...each, id: bytes(each.id) }));

const make = async (options) => {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  });
  return told(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports ? made.response.getTransports() : [],
  });
};

const show = async (options) => {
  const shown = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  });
  return told(shown, {
    authenticatorData: text(shown.response.authenticatorData),
    signature: text(shown.response.signature),
    userHandle: text(shown.response.userHandle),
  });
};

const told = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment || undefined,
  response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  clientExtensionResults: credential.getClientExtensionResults(),
});

const optionsOf = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  return (await answer.json()).request_options;
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-passkey-said]");
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    said.textContent = "";
    try {
      const { publicKey } = await optionsOf(form);
      const ask = form.dataset.passkey === "make" ? make : show;
      form.elements.credential.value = JSON.stringify(await ask(publicKey));
      form.submit();
    } catch {
      said.textContent = form.dataset.failed;
    }
  });
}
