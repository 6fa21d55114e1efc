using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>How a market spells what its streams tell; spot and futures differ in fields and paces.</summary>
interface IMarketWords
{
    /// <summary>How many tenths of a second lie between two messages of a book stream; null where the stream is none.</summary>
    int? DepthPace(string stream);

    /// <summary>Whether streams of this kind are told on connections to this path (public, market, or empty where there is only one).</summary>
    bool IsOn(string path, string stream);

    /// <summary>Client messages per second above which the connection is cut.</summary>
    int MessagesPerSecond { get; }

    JsonObject Ticker(QuoteChanged quote, long updateId, long now);

    JsonObject Trade(Printed print, long now);

    JsonObject AggregateTrade(Printed print, long now);

    JsonObject Depth(DepthChange change, long now);

    /// <summary>Streams that are told at fixed times.</summary>
    IEnumerable<(string Stream, JsonObject Data)> ByTheClock(BinanceDesk desk, int chore);
}
