using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Some days of the week, written <c>mon-fri</c>, <c>sun,tue-thu</c>.</summary>
readonly record struct Weekdays(byte Bits)
{
    static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static Weekdays All { get; } = new(0b111_1111);

    public bool Contains(IsoDayOfWeek day) => (Bits >> ((int)day - 1) & 1) != 0;

    public bool Overlaps(Weekdays other) => (Bits & other.Bits) != 0;

    /// <summary>A day's name; None where it is none.</summary>
    public static IsoDayOfWeek Day(string text) => (IsoDayOfWeek)(Array.IndexOf(Names, text) + 1);

    /// <exception cref="FormatException">The text names no days.</exception>
    public static Weekdays Parse(string text)
    {
        var bits = 0;
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Day(ends[0].Trim()), Day(ends[^1].Trim()));
            if (ends.Length > 2 || first == IsoDayOfWeek.None || last == IsoDayOfWeek.None)
            {
                throw new FormatException($"'{text}' names no days of the week, as mon-fri or sat,sun do");
            }

            // sun-thu runs over the end of the week.
            for (var day = first; ; day = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1)
            {
                bits |= 1 << ((int)day - 1);
                if (day == last)
                {
                    break;
                }
            }
        }

        return new Weekdays((byte)bits);
    }
}
