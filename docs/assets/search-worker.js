/* The theme's search worker, with a fault of lunr corrected. lunr tells the nodes of its index of words apart by a signature,
   each letter followed by the number of the next node, and nothing between: "1" to 23 is "12" to 3. Where digits are
   letters, nodes are confused, and a query such as "Target 3" ends in an error. */
importScripts(new URL(new URLSearchParams(location.search).get("theme"), location.origin).pathname);

lunr.TokenSet.prototype.toString = function () {
  if (this._str) return this._str;
  const edges = Object.keys(this.edges).sort().map((letter) => `${letter}${this.edges[letter].id}`);
  return [this.final ? 1 : 0, ...edges].join();
};
