/* A page on a disk may not start a Worker: there the search engine runs in a hidden frame instead.
   Web servers need none of this. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const base = new URL(address, location);
      const frame = Object.assign(document.createElement("iframe"), { hidden: true, srcdoc: "<!doctype html>" });
      this.inside = new Promise((loaded) => { frame.onload = loaded; }).then(async () => {
        const inside = frame.contentWindow;
        const load = (src) => new Promise((onload, onerror) => {
          inside.document.head.append(Object.assign(inside.document.createElement("script"), { src, onload, onerror }));
        });
        // What a script in a Worker finds around it.
        inside.importScripts = async (...names) => { for (const name of names) await load(new URL(name, base)); };
        inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        await load(base);
        return inside;
      });
      document.body.append(frame);
    }
    async postMessage(data) {
      (await this.inside).dispatchEvent(new MessageEvent("message", { data }));
    }
  };
}
