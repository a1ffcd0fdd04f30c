# --8<-- [start:spread]
import torch
import torch.nn.functional as F

embeddings = {
    "collapsed": torch.ones(4, 4),  # (N, E) every image gets the same vector
    "spread": torch.eye(4),  # (N, E)
}
for name, z in embeddings.items():
    view = z.clone()  # (N, E) the second views, perfectly predicted
    loss = -F.cosine_similarity(z, view, dim=1).mean()
    deviation = F.normalize(z, dim=1).std(dim=0).mean()
    print(f"{name}: loss {loss:.4f}, standard deviation {deviation:.4f}")
# --8<-- [end:spread]
