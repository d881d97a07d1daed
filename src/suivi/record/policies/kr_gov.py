"""Markings of the Government of the Republic of Korea: three grades of secrets, and 대외비 below them.

- Source: 보안업무규정 (grades of secrets) and its 시행규칙 (대외비); the category marks military secrets.
  To be confirmed by the ministry concerned before a channel names this table in its charter.
- The numerals are the single code points U+2160 to U+2162, as they stand on documents.
"""

from typing import Final

from suivi.record.policies.policy import Policy

POLICY: Final = Policy(
    code="kr-gov",
    chains={"classified": ("open", "대외비", "Ⅲ급비밀", "Ⅱ급비밀", "Ⅰ급비밀")},
    categories=frozenset({"군사"}),
)
