"""A stand-in for Transformers, which is not installed: as much as the recorded scripts about language models use.

What it does is written here from what that library documents, on top of torch.
"""

from types import SimpleNamespace

import torch
import torch.nn.functional as F

from tests.support.stand_ins import module


def transformers(version):
    """Transformers and Tokenizers, as modules by their names."""
    members = [LlamaConfig, LlamaForCausalLM, TrainingArguments, Trainer, PreTrainedTokenizerFast]
    collators = [DataCollatorForLanguageModeling, DataCollatorForSeq2Seq, DataCollatorWithFlattening]
    models = module("tokenizers.models", WordLevel=lambda vocabulary, unk_token: vocabulary)
    tokenizers = module("tokenizers", Tokenizer=lambda vocabulary: vocabulary)
    found = module("transformers", *members, *collators, __version__=version)
    return {"transformers": found, "tokenizers": tokenizers, "tokenizers.models": models}


class LlamaConfig(SimpleNamespace):
    """What a model is made of: names and numbers."""


class LlamaForCausalLM:
    """A Llama without layers: embedding, norm, linear layer, and the loss of shifted labels."""

    def __init__(self, config):
        assert config.num_hidden_layers == 0
        self.model = SimpleNamespace(embed_tokens=torch.nn.Embedding(config.vocab_size, config.hidden_size))
        self.lm_head = torch.nn.Linear(config.hidden_size, config.vocab_size, bias=False)

    def __call__(self, input_ids, attention_mask, labels=None, shift_labels=None, num_items_in_batch=None):
        hidden = self.model.embed_tokens(input_ids)
        logits = self.lm_head(hidden / hidden.square().mean(dim=-1, keepdim=True).sqrt())
        if labels is None:
            return SimpleNamespace(logits=logits, loss=None)
        targets = F.pad(labels[:, 1:], (0, 1), value=-100) if shift_labels is None else shift_labels
        losses = F.cross_entropy(logits.mT, targets, reduction="none")
        count = (targets != -100).sum() if num_items_in_batch is None else num_items_in_batch
        return SimpleNamespace(logits=logits, loss=losses.sum() / count)


class TrainingArguments(SimpleNamespace):
    """Options by their names."""


class Trainer:
    """The mean of the batches' losses, each weighted by its rows."""

    def __init__(self, model, args, eval_dataset):
        self.model, self.rows, self.size = model, eval_dataset, args.per_device_eval_batch_size

    def evaluate(self):
        batches = [self.rows[at : at + self.size] for at in range(0, len(self.rows), self.size)]
        losses = [self.model(**{name: torch.stack([row[name] for row in b]) for name in b[0]}).loss for b in batches]
        total = sum(len(batch) * loss for batch, loss in zip(batches, losses))
        return {"eval_loss": total.item() / len(self.rows)}


class PreTrainedTokenizerFast:
    """The id of the token that pads."""

    def __init__(self, tokenizer_object, eos_token, pad_token):
        self.pad_token_id = tokenizer_object[pad_token]


class DataCollatorForLanguageModeling:
    """Pads the ids, and ignores labels that are the id of padding."""

    def __init__(self, tokenizer, mlm):
        assert not mlm
        self.pad = tokenizer.pad_token_id

    def __call__(self, rows):
        ids = _padded([row["input_ids"] for row in rows], self.pad)
        return {"labels": ids.masked_fill(ids == self.pad, -100)}


class DataCollatorForSeq2Seq:
    """Pads the labels that it is given with -100."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer

    def __call__(self, rows):
        return {"labels": _padded([row["labels"] for row in rows], -100)}


class DataCollatorWithFlattening:
    """Joins the rows; the first label of each is -100, and its positions begin at 0."""

    def __call__(self, rows):
        ids = [row["input_ids"] for row in rows]
        labels = [each for row in ids for each in [-100, *row[1:]]]
        positions = [at for row in ids for at in range(len(row))]
        return {"labels": torch.tensor([labels]), "position_ids": torch.tensor([positions])}


def _padded(rows, value):
    return torch.nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=value)
