namespace Workbench.Core;

/// <summary>A number of the book as it is now: NaN while the book is invalid or has no bid or no ask.</summary>
public abstract class BookStudy : FlowStudy
{
    double value = double.NaN;

    private protected BookStudy(FormattableString name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public sealed override bool IsReady => !double.IsNaN(value);

    /// <inheritdoc/>
    public sealed override double Value => value;

    /// <inheritdoc/>
    public sealed override void Update(OrderBook book)
    {
        if (BestPrices.TryRead(book, out var best))
        {
            value = Next(book, in best);
            return;
        }

        value = double.NaN;
        Void();
    }

    private protected abstract double Next(OrderBook book, in BestPrices best);

    /// <summary>There is no book any more: further lines have no value either.</summary>
    private protected virtual void Void()
    {
    }
}
