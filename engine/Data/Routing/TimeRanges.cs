using System.Collections;

namespace Workbench.Data.Routing;

/// <summary>Stretches of time in order, none of which touches another: what is wanted, what is there, what is missing.</summary>
public sealed class TimeRanges : IReadOnlyList<TimeRange>
{
    /// <summary>No time at all.</summary>
    public static TimeRanges None { get; } = new([]);

    readonly List<TimeRange> parts;

    TimeRanges(List<TimeRange> parts) => this.parts = parts;

    /// <summary>The time that any of the ranges holds.</summary>
    public static TimeRanges Of(params IEnumerable<TimeRange> ranges)
    {
        var joined = new List<TimeRange>();
        foreach (var next in ranges.Where(range => range.From < range.To).OrderBy(range => range.From))
        {
            if (joined is [.., var last] && next.From <= last.To)
            {
                joined[^1] = last with { To = Math.Max(last.To, next.To) };
            }
            else
            {
                joined.Add(next);
            }
        }

        return new TimeRanges(joined);
    }

    /// <summary>Whether there is no time in it.</summary>
    public bool IsEmpty => parts.Count == 0;

    /// <summary>From the first instant to the last.</summary>
    public TimeRange Hull => new(parts[0].From, parts[^1].To);

    /// <inheritdoc/>
    public int Count => parts.Count;

    /// <inheritdoc/>
    public TimeRange this[int index] => parts[index];

    /// <summary>The time in this or in the other.</summary>
    public TimeRanges With(TimeRanges other) => Of(parts.Concat(other.parts));

    /// <summary>The time in this and not in the other.</summary>
    public TimeRanges Without(TimeRanges other)
    {
        var left = new List<TimeRange>();
        var next = 0;
        foreach (var part in parts)
        {
            var from = part.From;
            while (next < other.parts.Count && other.parts[next].To <= from)
            {
                next++;
            }

            for (var i = next; i < other.parts.Count && other.parts[i].From < part.To; i++)
            {
                left.Add(new TimeRange(from, other.parts[i].From));
                from = Math.Max(from, other.parts[i].To);
            }

            left.Add(new TimeRange(from, part.To));
        }

        return Of(left);
    }

    /// <summary>The time in this and in the other.</summary>
    public TimeRanges Within(TimeRanges other) => Without(Without(other));

    /// <summary>The UTC days that it touches, whole.</summary>
    public TimeRanges WholeDays() => Of(parts.Select(part => new TimeRange(UtcNanos.Floor(part.From, UtcNanos.Day), UtcNanos.Floor(part.To - 1, UtcNanos.Day) + UtcNanos.Day)));

    /// <summary>Whether any of it lies within the range.</summary>
    public bool Touches(TimeRange range) => parts.Exists(part => part.Overlaps(range));

    /// <summary>Its parts cut at midnight UTC.</summary>
    public IEnumerable<TimeRange> ByDay()
    {
        foreach (var part in parts)
        {
            for (var from = part.From; from < part.To;)
            {
                var to = Math.Min(part.To, UtcNanos.Floor(from, UtcNanos.Day) + UtcNanos.Day);
                yield return new TimeRange(from, to);
                from = to;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TimeRange> GetEnumerator() => parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => parts.Count switch
    {
        0 => "nothing",
        <= 5 => string.Join(", ", parts),
        _ => FormattableString.Invariant($"{string.Join(", ", parts.Take(4))} and {parts.Count - 4} more, to {UtcNanos.ToIso(parts[^1].To)}"),
    };
}
