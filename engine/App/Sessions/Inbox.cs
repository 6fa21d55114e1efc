using System.Threading.Channels;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The Door from outside: whoever hears something puts it in here, from any thread; one reader takes it out. It has a bound, and who meets it waits.</summary>
sealed class Inbox(IReadOnlyList<Instrument> instruments) : IInbox
{
    const int Capacity = 65_536;

    readonly Channel<Input> channel = Channel.CreateBounded<Input>(new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>The way out.</summary>
    public ChannelReader<Input> Reader => channel.Reader;

    /// <summary>Puts an input in.</summary>
    public void Put(in Input input)
    {
        if (!channel.Writer.TryWrite(input))
        {
            channel.Writer.WriteAsync(input).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public void Post(in Tick tick) => Put(Input.Tick(IndexOf(tick.Instrument), tick.TimeNanos, tick.BidRaw, tick.AskRaw, tick.BidSizeRaw, tick.AskSizeRaw));

    /// <inheritdoc/>
    public void Post(in Trade trade) => Put(Input.Trade(IndexOf(trade.Instrument), trade.TimeNanos, trade.PriceRaw, trade.SizeRaw, trade.Aggressor));

    /// <inheritdoc/>
    public void Post(in Bar bar) => Put(Input.Bar(
        IndexOf(bar.Instrument), new BarFigures(bar.OpenNanos, bar.CloseNanos, bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw, bar.VolumeRaw)));

    /// <inheritdoc/>
    public void Post(Instrument instrument, DepthBatch message)
    {
        var rows = new DepthChange[message.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new DepthChange(message.Side[i], message.Price[i], message.Size[i], message.Flags[i]);
        }

        Put(Input.Depth(IndexOf(instrument), rows.Length > 0 ? message.Time[0] : 0, rows));
    }

    /// <inheritdoc/>
    public void Post(INotice notice) => Put(Input.Notice(IndexOf(notice.Symbol), notice));

    /// <inheritdoc/>
    public void Post(VenueReport report) => Put(Input.Report(report));

    /// <inheritdoc/>
    public void Post(LinkKind link, LinkState state, string text) => Put(Input.Link(link, state, text));

    /// <inheritdoc/>
    public void Post(string id, Money amount, string kind) => Put(Input.Cash(id, amount, kind));

    int IndexOf(Instrument instrument) => IndexOf(instrument.Symbol);

    int IndexOf(string symbol) => SessionInstrument.NumberOf(symbol, instruments);
}
