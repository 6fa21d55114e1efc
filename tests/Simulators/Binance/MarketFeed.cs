using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Public market streams: who listens to which, and what is told when. Books are told by the clock, all else at once.</summary>
sealed class MarketFeed
{
    readonly BinanceDesk desk;
    readonly IMarketWords words;
    readonly Lock gate = new();
    readonly List<FeedSession> sessions = [];
    readonly Dictionary<string, DepthTape> tapes = [];
    int chore;

    public MarketFeed(BinanceDesk desk, IMarketWords words)
    {
        this.desk = desk;
        this.words = words;
        desk.Exchange.Subscribe(OnEvent);
    }

    public void Join(FeedSession session)
    {
        lock (gate)
        {
            sessions.Add(session);
        }
    }

    public void Leave(FeedSession session)
    {
        lock (gate)
        {
            sessions.Remove(session);
        }
    }

    /// <summary>Begins what must be begun before a stream is told for the first time.</summary>
    public void Prepare(string stream)
    {
        if (words.DepthPace(stream) is null || stream.Split('@')[0] is not { } name || SymbolOf(name) is not { } symbol)
        {
            return;
        }

        var depth = desk.Exchange.Depth(symbol);
        lock (gate)
        {
            tapes.TryAdd(stream, new DepthTape(depth, desk.Books.Id(depth)));
        }
    }

    /// <summary>Called ten times a second.</summary>
    public void OnChores()
    {
        chore++;
        KeyValuePair<string, DepthTape>[] all;
        lock (gate)
        {
            all = [.. tapes];
        }

        foreach (var (stream, tape) in all.Where(each => chore % words.DepthPace(each.Key)!.Value == 0))
        {
            TellDepth(stream, tape);
        }

        foreach (var (stream, data) in words.ByTheClock(desk, chore))
        {
            Tell(stream, () => data);
        }
    }

    void TellDepth(string stream, DepthTape tape)
    {
        var depth = desk.Exchange.Depth(tape.Symbol);
        if (tape.Next(depth, desk.Books.Id(depth)) is { } change && !desk.Faults.Take(FaultKind.BookGap))
        {
            Tell(stream, () => words.Depth(change, desk.NowMs));
        }
    }

    void OnEvent(SimEvent happened)
    {
        switch (happened)
        {
            case QuoteChanged quote:
                Tell(Stream(quote.Symbol, "bookTicker"), () => words.Ticker(quote, desk.Books.Id(quote.Symbol, quote.UpdateId), desk.NowMs));
                break;
            case Printed print:
                Tell(Stream(print.Symbol, "trade"), () => words.Trade(print, desk.NowMs));
                Tell(Stream(print.Symbol, "aggTrade"), () => words.AggregateTrade(print, desk.NowMs));
                break;
        }
    }

    void Tell(string stream, Func<JsonObject> data)
    {
        FeedSession[] listeners;
        lock (gate)
        {
            listeners = [.. sessions.Where(session => session.Hears(stream))];
        }

        if (listeners.Length == 0)
        {
            return;
        }

        var text = data().ToJsonString();
        foreach (var listener in listeners)
        {
            listener.Tell(stream, text);
        }
    }

    static string Stream(string symbol, string kind) => $"{symbol.ToLowerInvariant()}@{kind}";

    string? SymbolOf(string lower) => desk.Exchange.Instruments.FirstOrDefault(each => each.Symbol.Equals(lower, StringComparison.OrdinalIgnoreCase))?.Symbol;
}
