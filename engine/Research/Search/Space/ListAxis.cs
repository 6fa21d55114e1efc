namespace Workbench.Research.Search;

/// <summary>An axis of values given one by one, in their order.</summary>
sealed class ListAxis : Axis
{
    readonly AxisValue[] values;

    /// <param name="name">The setting.</param>
    /// <param name="texts">Its values, canonical and distinct.</param>
    /// <param name="isOrdered">Whether near values are alike though they are no numbers: timeframes are.</param>
    public ListAxis(string name, IReadOnlyList<string> texts, bool isOrdered) : base(name)
    {
        values = [.. texts.Select((text, i) => new AxisValue(text, Number(text), (i + 0.5) / texts.Count, i))];
        IsNumeric = Array.TrueForAll(values, value => value.Number is not null);
        IsOrdered = isOrdered || Array.TrueForAll(texts.ToArray(), text => AxisNumber.TryRead(text, out _));
    }

    public override long? Count => values.Length;

    public override bool IsOrdered { get; }

    public override bool IsNumeric { get; }

    public override AxisValue At(double unit) => values[Math.Clamp((int)(unit * values.Length), 0, values.Length - 1)];

    public override AxisValue At(long index) => values[index];

    public override AxisValue? Find(string text)
    {
        var at = Array.FindIndex(values, value => value.Text.Equals(text, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : values[at];
    }

    public override double Width(double unit) => 1d / values.Length;

    private protected override string Values => string.Join(',', values.Select(value => value.Text));

    // A switch counts as 1 or 0, so that a constraint can ask for it.
    static double? Number(string text) => text switch
    {
        "true" => 1d,
        "false" => 0d,
        _ => AxisNumber.TryRead(text, out var number) ? (double)number : null,
    };
}
