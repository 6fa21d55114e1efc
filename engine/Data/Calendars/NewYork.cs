using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>New York's clock, from the time zone data that come with NodaTime, so that it is the same on every machine.</summary>
static class NewYork
{
    static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>What the clock on the wall shows.</summary>
    public static LocalDateTime Local(long time) => Instant.FromUnixTimeTicks(0).PlusNanoseconds(time).InZone(Zone).LocalDateTime;

    /// <summary>The instant at which the clock shows that; a time that daylight saving skips is moved behind the gap.</summary>
    public static long At(LocalDateTime local) => Zone.AtLeniently(local).ToInstant().ToUnixTimeTicks() * 100;
}
