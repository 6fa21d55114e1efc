using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Listens to a single run for what it traded: the hash by which the ledger of trials knows it again.</summary>
sealed class FillHash : IRunSink, IDisposable
{
    readonly BehaviourHash hash = new();

    /// <summary>Hash of all fills; to be asked for once, when the run is over.</summary>
    public string Take() => hash.Take();

    public void Fill(in Fill fill) => hash.Add(in fill);

    /// <summary>Nothing: an order that was not filled did nothing.</summary>
    public void Order(Order order)
    {
    }

    /// <summary>Nothing: trades are made of fills.</summary>
    public void Trade(in RoundTrip trade)
    {
    }

    /// <summary>Nothing: what was earned by it is no behaviour.</summary>
    public void Equity(in EquityPoint point)
    {
    }

    /// <summary>Nothing, as for equity.</summary>
    public void Day(in EquityPoint close)
    {
    }

    /// <summary>Nothing.</summary>
    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    /// <summary>Nothing.</summary>
    public void Journal(ReadOnlySpan<byte> block)
    {
    }

    public void Dispose() => hash.Dispose();
}
