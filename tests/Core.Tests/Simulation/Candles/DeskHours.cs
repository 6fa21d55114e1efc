namespace Workbench.Core.Tests.Simulation.Candles;

/// <summary>A market whose sessions are so many candles long, with the ten seconds between two candles as its night.</summary>
sealed class DeskHours(int candles) : ISessionCalendar
{
    readonly long length = candles * Drawing.Step;

    public string Name => "desk";

    public TimeRange TradingDay(long time) => new(UtcNanos.Floor(time, length), UtcNanos.Floor(time, length) + length);

    public bool IsOpen(long time) => Day(time).Contains(time);

    public TimeRange Session(long time) => Day(time) is var day && time < day.To ? day : Day(time + length);

    TimeRange Day(long time) => TradingDay(time) is var day ? day with { To = day.To - Drawing.Pause } : default;
}
