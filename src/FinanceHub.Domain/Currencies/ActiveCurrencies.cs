using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Currencies;

/// <summary>The currencies that there are, as opposed to codes that only look like one.</summary>
public static class ActiveCurrencies
{
    // ISO 4217 list one as of 2026-01-01, after amendment 180 (six-group.com, "List One: Current Currency & Funds"), without metals, units of account and the codes for tests and for none.
    private static readonly HashSet<string> Codes = new(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD
        BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK
        DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
        LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
        NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
        SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD
        TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF
        YER ZAR ZMW ZWG
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>Whether money is counted in it today. Of activities no more than <see cref="CurrencyCode"/> is asked: they may be older than the end of their currency.</summary>
    public static bool Contains(string? code) => code is not null && Codes.Contains(code);
}
