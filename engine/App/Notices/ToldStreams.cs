using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Finds out who could tell a session on live prices what it asks to be told, and refuses what nobody could.</summary>
/// <param name="workspace">Knows the instruments.</param>
/// <param name="history">Where it is stored.</param>
/// <param name="sources">Who is asked while the session runs; null where nobody is.</param>
sealed class ToldStreams(Workspace workspace, IHistory history, SourceRoom? sources)
{
    readonly Dictionary<string, Router> routers = new(StringComparer.Ordinal);

    /// <summary>What a session asks to be told, each once: two pairs share the calendar of the dollar.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="traded">The session's instruments, as the venue has them.</param>
    /// <exception cref="WorkbenchException">Nobody could tell something of it.</exception>
    public IReadOnlyList<ToldStream> Of(SessionRequest request, IReadOnlyList<Instrument> traded) =>
    [
        .. request.Run.Data.Where(data => data.IsNotice).SelectMany(data => data.Kind == DataKind.Calendar ? Calendars(data, traded) : [Single(data, traded)])
            .DistinctBy(told => (told.Kind, told.Instrument.Symbol)),
    ];

    ToldStream Single(DataRequest data, IReadOnlyList<Instrument> traded)
    {
        var told = Made(data, Known(data.Symbol, traded), traded);
        return told.Asked is not null || (sources is null && history.Has(told.Instrument, told.Kind)) ? told : throw Nobody(data, told);
    }

    IEnumerable<ToldStream> Calendars(DataRequest data, IReadOnlyList<Instrument> traded)
    {
        var instrument = Known(data.Symbol, traded);
        var told = new[] { instrument.BaseCurrency, instrument.QuoteCurrency }.Distinct().Select(currency => Made(data, Instrument.OfCurrency(currency), traded))
            .Where(each => each.Asked is not null || history.Has(each.Instrument, DataKind.Calendar)).ToList();
        return told.Count > 0 ? told : throw CliErrors.NoCalendar(instrument);
    }

    ToldStream Made(DataRequest data, Instrument instrument, IReadOnlyList<Instrument> traded)
    {
        // The engine knows one instrument of a symbol, and that is the venue's; the house's own figures go into the lake.
        var figures = SessionInstrument.Of(traded.FirstOrDefault(each => each.Symbol == instrument.Symbol) ?? instrument);
        var asked = RouterOf(data.Source) is { } router && router.Offers(WantOf(instrument, data.Kind!.Value)) ? router : null;
        return new ToldStream(new SessionStream(data.Kind!.Value, "", false, figures), instrument, asked);
    }

    Instrument Known(string symbol, IReadOnlyList<Instrument> traded) =>
        workspace.Instruments.TryFind(symbol) ?? traded.FirstOrDefault(each => each.Symbol == symbol) ?? history.Instrument(symbol);

    Router? RouterOf(string? source)
    {
        var name = source ?? "";
        return sources is null ? null : routers.TryGetValue(name, out var known) ? known : routers[name] = sources.Router(source);
    }

    WorkbenchException Nobody(DataRequest data, ToldStream told)
    {
        // Of those that have nothing of the kind there is nothing to say.
        var able = RouterOf(data.Source)?.Candidates(WantOf(told.Instrument, told.Kind)).Where(each => each.Source.Provider.Profile.Offers.Any(offer => IsOf(offer.Capability, told.Kind))).ToList() ?? [];
        var keyless = able.Find(each => each.Refusal == RouteErrors.NoKey(each.Source.Name));
        return CliErrors.ToldByNobody(told.Words, able.ConvertAll(each => each.Refusal!), keyless?.Source.Name);
    }

    static bool IsOf(Capability capability, DataKind kind) =>
        (capability, kind) is (Capability.News, DataKind.News) or (Capability.Sentiment, DataKind.Sentiment) or (Capability.Calendar, DataKind.Calendar);

    static DataWant WantOf(Instrument instrument, DataKind kind) => new(instrument, kind, default, TimeRange.All);
}
