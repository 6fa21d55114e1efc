using System.Collections.Concurrent;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>EUR_USD at the venue, EURUSD in the house. Instruments of the session keep the symbol they came with.</summary>
sealed class OandaSymbols
{
    readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The venue's name of an instrument.</summary>
    public static string NameOf(Instrument instrument) => $"{instrument.BaseCurrency}_{instrument.QuoteCurrency}";

    /// <summary>Takes note of the session's instruments.</summary>
    public void Add(IEnumerable<Instrument> instruments)
    {
        foreach (var instrument in instruments)
        {
            known[NameOf(instrument)] = instrument.Symbol;
        }
    }

    /// <summary>The house's symbol for a name of the venue; empty for none.</summary>
    public string Of(string? name) => name is null ? "" : known.TryGetValue(name, out var symbol) ? symbol : Plain(name);

    /// <summary>The symbol of an instrument nobody has named otherwise.</summary>
    public static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
