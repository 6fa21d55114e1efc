using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>Reads times of notices: those that carry no zone are of the zone that the user says, else of the format's own.</summary>
sealed class NoticeClock(ImportOptions options, string zone)
{
    readonly ZoneClock clock = ZoneClock.Of(options.TimeZone ?? zone);

    /// <summary>Instant of a clock on the wall; of the hour that autumn repeats, the earlier one.</summary>
    public long Utc(long local) => clock.ToUtc(local, long.MinValue);

    /// <summary>Instant that a member names.</summary>
    public long Time(JsonItem item, string name, TimeText way) => Time(item.Needed(name), way) ?? throw NoticeErrors.MissingMember(item.File, item.Row, name);

    /// <summary>Instant that a text names; null where it is none.</summary>
    public long? Time(string text, TimeText way) =>
        way.TryRead(Encoding.UTF8.GetBytes(text), out var nanos, out var isUtc) ? isUtc ? nanos : Utc(nanos) : null;
}
