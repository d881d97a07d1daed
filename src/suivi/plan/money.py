"""Money: a sum in one currency, written `CAD 1250000.50`: the code of ISO 4217, one space, the figure.

- A figure has no sign and no grouping; after the point, no more digits than the currency has (none for the won).
- Metals, units of account and codes for testing are no currencies; the special drawing right is one.
"""

import re
from typing import Final

from suivi.plan.words import Words

_BY_DECIMALS: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC "
        "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
        "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD "
        "NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
        "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG XDR YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

CURRENCIES: Final = {code: decimals for decimals, codes in _BY_DECIMALS.items() for code in codes.split()}
"""How many digits each currency in use has after the point, by its code (ISO 4217, as amended to January 2026)."""

_SUM: Final = re.compile(r"(?P<code>[A-Z]{3}) (?P<whole>0|[1-9][0-9]{0,14})(?:\.(?P<part>[0-9]{1,4}))?")


def sum_is_sound(characters: str) -> bool:
    """Whether `characters` are a sum in a currency that exists, with no more decimals than it has."""
    found = _SUM.fullmatch(characters)
    return found is not None and len(found["part"] or "") <= CURRENCIES.get(found["code"], -1)


def sum_in_words(characters: str) -> Words:
    """A sound sum as each language writes it: “CAD 1,250,000.50”, “1 250 000,50 CAD”; another as it stands."""
    found = _SUM.fullmatch(characters)
    if found is None:
        return Words(characters, characters, characters)
    code, whole, part = found["code"], int(found["whole"]), found["part"]
    english = f"{code} {whole:,}" + (f".{part}" if part else "")
    french = f"{whole:,}".replace(",", "\u00a0") + (f",{part}" if part else "") + f"\u00a0{code}"
    return Words(english, french, english)
