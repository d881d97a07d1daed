"""Markings of the Government of Canada: injury to the national interest, and to other interests.

- Source: Directive on Security Management, appendix J (security categorization); the caveats are those in
  common use. To be confirmed by the ministry concerned before a channel names this table in its charter.
- Values are the English labels, as they stand on documents; they are shown as they are in every language.
"""

from typing import Final

from suivi.record.policies.policy import Policy

POLICY: Final = Policy(
    code="ca-gc",
    chains={
        "classified": ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
        "protected": ("NONE", "PROTECTED A", "PROTECTED B", "PROTECTED C"),
    },
    categories=frozenset({"CABINET CONFIDENCE", "CANADIAN EYES ONLY", "SOLICITOR-CLIENT PRIVILEGE"}),
)
