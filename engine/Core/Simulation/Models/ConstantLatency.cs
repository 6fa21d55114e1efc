namespace Workbench.Core;

/// <summary>The same time for every message of a kind. Nanoseconds.</summary>
/// <param name="Submit">For a new order.</param>
/// <param name="Cancel">For a cancellation.</param>
/// <param name="Replace">For an amendment.</param>
public sealed record ConstantLatency(long Submit, long Cancel, long Replace) : ILatencyModel
{
    /// <summary>None: an order arrives at the instant it is sent. The default.</summary>
    public static ConstantLatency None { get; } = new(0, 0, 0);

    /// <inheritdoc/>
    public long Nanos(OrderMessage message, SeededRandom dice) => message switch
    {
        OrderMessage.Submit => Submit,
        OrderMessage.Cancel => Cancel,
        _ => Replace,
    };

    /// <inheritdoc/>
    public override string ToString() => Submit == 0 && Cancel == 0 && Replace == 0 ? "none"
        : $"constant {ModelText.Millis(Submit)} {ModelText.Millis(Cancel)} {ModelText.Millis(Replace)}";
}
