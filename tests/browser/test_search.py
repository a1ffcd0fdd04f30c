"""A search leads first to where its words are explained: a loss by any of its names, an error by its message."""

import json

LOSSES = {
    "classification/#nllloss": [
        "nn.NLLLoss",
        "NLLLoss",
        "nll_loss",
        "F.nll_loss",
        "torch.nn.NLLLoss",
        "negative log likelihood",
    ],
    "classification/#crossentropyloss": ["nn.CrossEntropyLoss", "F.cross_entropy", "cross entropy", "softmax loss"],
    "classification/#linearcrossentropyloss": ["linear_cross_entropy"],
    "classification/#adaptivelogsoftmaxwithloss": ["adaptive softmax"],
    "classification/#multimarginloss": ["nn.MultiMarginLoss", "svm loss"],
    "binary-and-multi-label/#bcewithlogitsloss": ["BCEWithLogitsLoss", "sigmoid cross entropy"],
    "binary-and-multi-label/#bceloss": ["nn.BCELoss", "F.binary_cross_entropy"],
    "binary-and-multi-label/#softmarginloss": ["soft_margin_loss"],
    "binary-and-multi-label/#multilabelsoftmarginloss": ["multilabel_soft_margin_loss"],
    "binary-and-multi-label/#multilabelmarginloss": ["multi-label hinge loss"],
    "regression/#mseloss": ["mse", "squared error"],
    "regression/#l1loss": ["mean absolute error"],
    "regression/#smoothl1loss": ["smooth l1"],
    "regression/#huberloss": ["huber"],
    "ranking-and-embedding/#marginrankingloss": ["pairwise ranking loss"],
    "ranking-and-embedding/#hingeembeddingloss": ["hinge embedding"],
    "ranking-and-embedding/#cosineembeddingloss": ["cosine_embedding_loss"],
    "ranking-and-embedding/#tripletmarginloss": ["triplet loss"],
    "ranking-and-embedding/#tripletmarginwithdistanceloss": ["TripletMarginWithDistanceLoss"],
    "distributions-and-sequences/#kldivloss": ["kl divergence", "kl_div", "Kullback-Leibler"],
    "distributions-and-sequences/#poissonnllloss": ["poisson loss"],
    "distributions-and-sequences/#gaussiannllloss": ["gaussian_nll_loss"],
    "distributions-and-sequences/#ctcloss": ["ctc"],
}
ERRORS = {
    "target/#class-index-out-of-bounds": ["IndexError: Target 3 is out of bounds."],
    "target/#0d-or-1d-target-tensor-expected": [
        "RuntimeError: 0D or 1D target tensor expected, multi-target not supported"
    ],
    "shapes/#batch-sizes-that-do-not-match": [
        "ValueError: Expected input batch_size (3) to match target batch_size (4)."
    ],
    "options/#weights-of-another-type": ["RuntimeError: expected scalar type Float but found Double"],
    "precision-and-gpu/#not-implemented-for-long": ["\"nll_loss_out_frame\" not implemented for 'Long'"],
    "two-classes/#found-dtype-long": ["RuntimeError: Found dtype Long but expected Float"],
    "symptoms/#the-loss-is-nan": ["loss is nan"],
    "symptoms/#the-loss-is-negative": ["my loss is negative"],
}
VERSIONS = {
    "value-cannot-be-converted-to-type-athalf": ["value cannot be converted to type at::Half without overflow"],
    "torchjitscript-is-deprecated-a-futurewarning": ["FutureWarning: `torch.jit.script` is deprecated."],
    "margin_ranking_loss-clamp-the-gradient-at-the-corner": ["clamp gradient"],
}
QUERIES = {
    **{query: f"reference/losses/{place}" for place, queries in LOSSES.items() for query in queries},
    **{query: f"guides/debug/{place}" for place, queries in ERRORS.items() for query in queries},
    **{query: f"reference/versions/#{place}" for place, queries in VERSIONS.items() for query in queries},
    "focal loss": "guides/weights-and-masks/#focal-loss-a-weight-that-depends-on-the-loss",
}


def misled(tab, queries=QUERIES):
    """The queries that do not lead first to their places, each with where it leads."""
    tab.goto("")
    box, found, wrong = tab.locator("[data-md-component=search-query]"), tab.locator(".md-search-result__item"), {}
    box.click()
    for query in queries:
        tab.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
        box.fill(query)
        box.press("End")  # the theme looks when a key is let go
        found.first.wait_for()
        places = found.first.locator("a").evaluate_all("links => links.map(link => link.pathname.slice(1) + link.hash)")
        if QUERIES[query] not in places[:2]:  # the page, then its best section
            wrong[query] = places[:2]
    return wrong


def test_each_query_leads_to_its_place(tab):
    assert misled(tab) == {}


def test_without_the_other_names_they_would_not(tab, site):
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        entry.pop("tags", None)
    tab.route("**/search_index.json", lambda route: route.fulfill(json=index))
    names = ["nll_loss", "kl_div", "squared error", "RuntimeError: Found dtype Long but expected Float"]
    assert list(misled(tab, names)) == names


def test_the_index_is_small(site):
    assert (site / "search/search_index.json").stat().st_size < 950_000
