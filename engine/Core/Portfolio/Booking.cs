namespace Workbench.Core;

/// <summary>A fill on its way into the books: what is left of it to be matched, with its value and its costs in account currency.</summary>
/// <remarks>An exit of several lots is split like the lots are: the last part takes what is left, so that the parts are the whole.</remarks>
record struct Booking(long Time, Side Side, decimal Price, string Tag, ExitReason Reason, int Book)
{
    /// <summary>Units not matched yet.</summary>
    public decimal Qty { get; init; }

    /// <summary>What those are worth at the price, in settlement currency.</summary>
    public decimal Value { get; init; }

    /// <summary>Value of one unit, where units × that is exact; else 0.</summary>
    public decimal UnitValue { get; init; }

    /// <summary>What is left of its costs.</summary>
    public CostTotals Costs { get; init; }

    /// <summary>Takes some units off, with their share of value and costs.</summary>
    public Booking Take(decimal units)
    {
        if (units == Qty)
        {
            var all = this;
            this = this with { Qty = 0m, Value = 0m, Costs = default };
            return all;
        }

        var part = this with
        {
            Qty = units,
            Value = UnitValue != 0m ? units * UnitValue : Money.Booked(Value * units / Qty),
            Costs = Costs.Share(units, Qty),
        };
        this = this with { Qty = Qty - units, Value = Value - part.Value, Costs = Costs - part.Costs };
        return part;
    }
}
