namespace Workbench.Research;

/// <summary>A line of a difference.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Text">The line, without its end.</param>
/// <param name="Before">Its number in the first text, from 1; 0 where it is not in it.</param>
/// <param name="After">Its number in the second text, from 1; 0 where it is not in it.</param>
public sealed record DiffLine(LineChange Change, string Text, int Before, int After)
{
    /// <summary>As <c>diff -u</c> writes it: a space, minus or plus, and the line.</summary>
    public override string ToString() => (Change switch { LineChange.Removed => "-", LineChange.Added => "+", _ => " " }) + Text;
}
