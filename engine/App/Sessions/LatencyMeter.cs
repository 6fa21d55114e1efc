using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Figures of order management that the engine does not keep: how long the venue takes to answer, what was traded, why orders were refused.</summary>
sealed class LatencyMeter
{
    const int Kept = 4_096;

    readonly Lock gate = new();
    readonly Queue<double> milliseconds = new();
    readonly SortedDictionary<string, long> rejects = new(StringComparer.Ordinal);
    readonly Dictionary<long, long> sent = [];

    /// <summary>Sum of quantity times price of all fills, in quote currency.</summary>
    public decimal Notional { get; private set; }

    /// <summary>Refused orders by reason.</summary>
    public IReadOnlyDictionary<string, long> Rejects
    {
        get
        {
            lock (gate)
            {
                return new SortedDictionary<string, long>(rejects, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>An order left, by the machine's clock.</summary>
    public void Left(VenueCommand command)
    {
        if (command.Kind == VenueCommandKind.Submit)
        {
            lock (gate)
            {
                sent[command.ClientOrderId] = TimeProvider.System.GetTimestamp();
            }
        }
    }

    /// <summary>The venue answered a command.</summary>
    public void Answered(in Input input)
    {
        if (input.Kind == InputKind.Sent && input.B == (long)VenueCommandKind.Submit)
        {
            lock (gate)
            {
                if (sent.Remove(input.A, out var at) && input.C == (long)SendOutcome.Answered)
                {
                    milliseconds.Enqueue(TimeProvider.System.GetElapsedTime(at).TotalMilliseconds);
                    while (milliseconds.Count > Kept)
                    {
                        milliseconds.Dequeue();
                    }
                }
            }
        }
    }

    /// <summary>Something was filled.</summary>
    public void Filled(in Fill fill) => Notional += fill.Qty * fill.Price;

    /// <summary>An order ended.</summary>
    public void Ended(Order order)
    {
        if (order.Status == OrdStatus.Rejected)
        {
            lock (gate)
            {
                rejects[order.RejectReason.ToString()] = rejects.GetValueOrDefault(order.RejectReason.ToString()) + 1;
            }
        }
    }

    /// <summary>The latency that a share of all answers stayed within; 0 before the first.</summary>
    public double MillisecondsAt(double share)
    {
        lock (gate)
        {
            if (milliseconds.Count == 0)
            {
                return 0d;
            }

            double[] sorted = [.. milliseconds.Order()];
            return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        }
    }
}
