using System.Collections.Concurrent;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>An inbox that keeps what comes, in order, and can wait for it.</summary>
sealed class Heard : IInbox
{
    readonly ConcurrentQueue<object> all = new();

    public IEnumerable<VenueReport> Reports => all.OfType<VenueReport>();

    public IEnumerable<(LinkKind Link, LinkState State, string Text)> Links => all.OfType<(LinkKind, LinkState, string)>();

    public IEnumerable<Tick> Ticks => all.OfType<Tick>();

    public IEnumerable<Trade> Trades => all.OfType<Trade>();

    public IEnumerable<Bar> Bars => all.OfType<Bar>();

    public IEnumerable<(string Id, Money Amount, string Kind)> Cash => all.OfType<(string, Money, string)>();

    public ConcurrentDictionary<string, OrderBook> Books { get; } = new();

    public ConcurrentQueue<DepthFlags> BookMessages { get; } = new();

    public void Post(in Tick tick) => all.Enqueue(tick);

    public void Post(in Trade trade) => all.Enqueue(trade);

    public void Post(in Bar bar) => all.Enqueue(bar);

    public void Post(Instrument instrument, DepthBatch message)
    {
        var book = Books.GetOrAdd(instrument.Symbol, _ => new OrderBook(instrument));
        for (var row = 0; row < message.Count; row++)
        {
            book.Apply(message.Side[row], message.Price[row], message.Size[row], message.Flags[row]);
        }

        Assert.True(message.Flags[message.Count - 1].HasFlag(DepthFlags.End));
        BookMessages.Enqueue(message.Flags[0]);
    }

    public void Post(INotice notice) => all.Enqueue(notice);

    public void Post(VenueReport report) => all.Enqueue(report);

    public void Post(LinkKind link, LinkState state, string text) => all.Enqueue((link, state, text));

    public void Post(string id, Money amount, string kind) => all.Enqueue((id, amount, kind));

    /// <summary>Waits until something holds; a loaded machine gets half a minute.</summary>
    public static async Task Until(Func<bool> holds, string what)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "waited in vain for " + what);
            await Task.Delay(10);
        }
    }
}
