using Workbench.Data.Instruments;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A source of prices in the place of a venue, for paper sessions: its instruments are those of the house, its account is empty, and it takes no orders.</summary>
sealed class QuotesVenue(string name, InstrumentTable instruments) : IVenue
{
    public VenueCapabilities Capabilities { get; } = new() { Venue = name, OrderTypes = [], TimesInForce = [], Feeds = [DataKind.Ticks] };

    public Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> symbols, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Instrument>>([.. symbols.Select(symbol => instruments.Find(symbol))]);

    // It tells no time of its own but that of its quotes.
    public Task<TimeSpan> ClockOffset(CancellationToken cancel) => Task.FromResult(TimeSpan.Zero);

    public Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel) =>
        Task.FromResult(new VenueAccount("", UtcNanos.From(DateTime.UtcNow)) { MayTrade = false });

    public Task Listen(IReadOnlyList<Instrument> instruments, IInbox inbox, CancellationToken cancel) => throw NoOrders();

    public Task<SendResult> Submit(RiskApproved<OrderRequest> order, CancellationToken cancel) => throw NoOrders();

    public Task<SendResult> Cancel(OrderKey order, CancellationToken cancel) => throw NoOrders();

    public Task<SendResult> Replace(OrderKey order, RiskApproved<OrderRequest> wanted, CancellationToken cancel) => throw NoOrders();

    public Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel) => throw NoOrders();

    public Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel) => Task.FromResult<IReadOnlyList<VenueOrder>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    NotSupportedException NoOrders() => new($"{name} has prices and takes no orders.");
}
