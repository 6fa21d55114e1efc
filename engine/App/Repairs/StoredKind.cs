using Workbench.Model;

namespace Workbench.App;

/// <summary>A tape of a store as a word names it: <c>SPY:1d</c>, <c>GBPJPY:ticks</c>, or a symbol alone where the store has one kind of it.</summary>
/// <param name="Instrument">Of what.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Bars">Length and price of bars; default for all else.</param>
sealed record StoredKind(Instrument Instrument, DataKind Kind, BarSpec Bars)
{
    /// <summary>As manifests name it.</summary>
    public string Name => Kind.Name(Bars);

    /// <summary>The tape that a word means.</summary>
    /// <exception cref="WorkbenchException">The store has none, or several that the word could mean.</exception>
    public static StoredKind Of(IMarketStore store, string word)
    {
        var request = DataRequest.Parse(word);
        var instrument = store.Instrument(request.Symbol);
        return request.Kind is { } kind
            ? new StoredKind(instrument, kind, TapeRack.AsStored(store, instrument, request.Bars))
            : Only(store, instrument);
    }

    static StoredKind Only(IMarketStore store, Instrument instrument)
    {
        var kinds = store.List().Where(tape => tape.Data.Instrument == instrument.Symbol).Select(tape => tape.Data.Kind).ToList();
        var request = kinds.Count == 1 ? DataRequest.Parse($"{instrument.Symbol}:{kinds[0]}") : throw RepairErrors.SeveralKinds(instrument.Symbol, kinds);
        return new StoredKind(instrument, request.Kind!.Value, request.Bars);
    }
}
