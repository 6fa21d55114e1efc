namespace Workbench.Brokers.Tests.Oanda;

/// <summary>An inbox that remembers, and that a test can wait at.</summary>
sealed class HeardInbox : IInbox
{
    readonly Lock gate = new();
    readonly List<VenueReport> reports = [];
    readonly List<Tick> ticks = [];
    readonly List<(string Id, Money Amount, string Kind)> moves = [];
    readonly List<(LinkKind Link, LinkState State, string Text)> links = [];

    public IReadOnlyList<VenueReport> Reports => Copy(reports);

    public IReadOnlyList<Tick> Ticks => Copy(ticks);

    public IReadOnlyList<(string Id, Money Amount, string Kind)> Moves => Copy(moves);

    public IReadOnlyList<(LinkKind Link, LinkState State, string Text)> Links => Copy(links);

    public int Ups => Links.Count(each => each.State == LinkState.Up);

    public void Post(in Tick tick) => Add(ticks, tick);

    public void Post(in Trade trade) => throw new NotSupportedException("OANDA prints no trades.");

    public void Post(in Bar bar) => throw new NotSupportedException("OANDA streams no bars.");

    public void Post(Instrument instrument, DepthBatch message) => throw new NotSupportedException("OANDA streams no depth.");

    public void Post(INotice notice) => throw new NotSupportedException("OANDA sends no news.");

    public void Post(VenueReport report) => Add(reports, report);

    public void Post(LinkKind link, LinkState state, string text) => Add(links, (link, state, text));

    public void Post(string id, Money amount, string kind) => Add(moves, (id, amount, kind));

    /// <summary>Waits until something was heard.</summary>
    public async Task Until(Func<HeardInbox, bool> heard)
    {
        var patience = DateTime.UtcNow + TimeSpan.FromSeconds(60);
        while (!heard(this))
        {
            Assert.True(DateTime.UtcNow < patience, "not heard within a minute; heard was:\n" + this);
            await Task.Delay(10);
        }
    }

    /// <summary>Reports of one order, by our id.</summary>
    public IReadOnlyList<VenueReport> Of(string clOrdId) => [.. Reports.Where(each => each.ClOrdId == clOrdId)];

    public override string ToString() => string.Join('\n', Reports.Select(each => each.ToString()).Concat(Links.Select(each => each.ToString())));

    void Add<T>(List<T> list, T what)
    {
        lock (gate)
        {
            list.Add(what);
        }
    }

    IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (gate)
        {
            return [.. list];
        }
    }
}
