# --8<-- [start:table]
import inspect

import torch.nn.functional as F

pages = {
    "classification": {
        "CrossEntropyLoss": "cross_entropy",
        "NLLLoss": "nll_loss",
        "LinearCrossEntropyLoss": "linear_cross_entropy",
        "AdaptiveLogSoftmaxWithLoss": None,
        "MultiMarginLoss": "multi_margin_loss",
    },
    "binary-and-multi-label": {
        "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
        "BCELoss": "binary_cross_entropy",
        "SoftMarginLoss": "soft_margin_loss",
        "MultiLabelSoftMarginLoss": "multilabel_soft_margin_loss",
        "MultiLabelMarginLoss": "multilabel_margin_loss",
    },
    "regression": {
        "MSELoss": "mse_loss",
        "L1Loss": "l1_loss",
        "SmoothL1Loss": "smooth_l1_loss",
        "HuberLoss": "huber_loss",
    },
    "ranking-and-embedding": {
        "MarginRankingLoss": "margin_ranking_loss",
        "HingeEmbeddingLoss": "hinge_embedding_loss",
        "CosineEmbeddingLoss": "cosine_embedding_loss",
        "TripletMarginLoss": "triplet_margin_loss",
        "TripletMarginWithDistanceLoss": "triplet_margin_with_distance_loss",
    },
    "distributions-and-sequences": {
        "KLDivLoss": "kl_div",
        "PoissonNLLLoss": "poisson_nll_loss",
        "GaussianNLLLoss": "gaussian_nll_loss",
        "CTCLoss": "ctc_loss",
    },
}
print("| module | function | reduction, unless told otherwise |")
print("| --- | --- | --- |")
for page, losses in pages.items():
    for module, name in losses.items():
        function, default = "none", "mean"
        if name:
            parameters = inspect.signature(getattr(F, name)).parameters
            function, default = f"`{name}`", parameters["reduction"].default
        print(f"| [{module}]({page}.md#{module.lower()}) | {function} | {default} |")
# --8<-- [end:table]
