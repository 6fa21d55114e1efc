using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>A node's kind: what it takes, what it gives, and the numbers it may carry.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Name">Its word in canonical text.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Takes">What it takes, in order; empty for a terminal.</param>
/// <param name="Numbers">The number it carries: a length, or a constant in its unit.</param>
public sealed record Operator(Code Code, string Name, Measure Result, ImmutableArray<Measure> Takes, NumberGrid Numbers)
{
    /// <summary>Whether it has no parts.</summary>
    public bool IsTerminal => Takes.IsEmpty;

    /// <summary>Whether it is a number with a unit, or true, false, up, down: nothing of the market.</summary>
    public bool IsConstant => Code is Code.Pips or Code.Multiple or Code.Share or Code.Span or Code.Count or Code.Yes or Code.No or Code.Up or Code.Down;

    /// <summary>Whether the order of its two parts does not matter, to the last bit.</summary>
    public bool Commutes => Code is Code.Add or Code.And or Code.Or or Code.Max or Code.Min or Code.Agree;

    /// <summary>Whether it remembers something from bar to bar.</summary>
    public bool Remembers => Code is Code.Became or Code.Since;

    /// <summary>Whether it reads an indicator.</summary>
    public bool ReadsIndicator => Code is >= Code.Sma and <= Code.Efficiency or Code.Trend or Code.Volatile or Code.Quiet;

    /// <summary>Whether it can be put in the place of another one without touching the parts.</summary>
    public bool FitsInPlaceOf(Operator other) => Result == other.Result && Takes.SequenceEqual(other.Takes);

    public bool Equals(Operator? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => (int)Code;

    public override string ToString() => Name;
}
