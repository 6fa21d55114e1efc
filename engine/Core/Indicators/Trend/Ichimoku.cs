namespace Workbench.Core;

/// <summary>Ichimoku Kinko Hyo (Goichi Hosoda, 1969): middles of three channels, two of them drawn ahead as a cloud. <see cref="Indicator.Value"/> is the conversion line. In quote currency.</summary>
/// <param name="conversion">Bars of the conversion line (tenkan), at least 1; 9.</param>
/// <param name="reference">Bars of the base line (kijun), and how far ahead the cloud is drawn; 26.</param>
/// <param name="span">Bars of the slow edge of the cloud (senkou B); 52.</param>
/// <remarks>There is no lagging line (chikou): it is today's close drawn into the past, where nobody could have seen it.</remarks>
public sealed class Ichimoku(int conversion = 9, int reference = 26, int span = 52)
    : Study($"Ichimoku({conversion},{reference},{span})", Math.Max(span, Math.Max(conversion, reference)) + reference)
{
    readonly Channel quick = new(conversion);
    readonly Channel calm = new(reference);
    readonly Channel slow = new(span);
    readonly Window quickEdge = new(reference + 1);
    readonly Window slowEdge = new(reference + 1);

    /// <summary>Base line (kijun): middle of the middle channel.</summary>
    public double Base => Shown(calm.Middle);

    /// <summary>Fast edge of the cloud over this bar (senkou A), computed as many bars ago as the base line is long.</summary>
    public double SpanA => Shown(quickEdge.Oldest);

    /// <summary>Slow edge of the cloud over this bar (senkou B).</summary>
    public double SpanB => Shown(slowEdge.Oldest);

    /// <summary>Fast edge of the cloud as it is drawn ahead now.</summary>
    public double LeadingA => Shown(quickEdge[0]);

    /// <summary>Slow edge of the cloud as it is drawn ahead now.</summary>
    public double LeadingB => Shown(slowEdge[0]);

    private protected override double Next(in Candle now, in Candle before)
    {
        quick.Add(now);
        calm.Add(now);
        slow.Add(now);
        quickEdge.Add((quick.Middle + calm.Middle) / 2d);
        slowEdge.Add(slow.Middle);
        return quick.Middle;
    }
}
