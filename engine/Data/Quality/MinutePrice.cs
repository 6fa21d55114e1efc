namespace Workbench.Data.Quality;

/// <summary>The last price of a minute, or of as long as a bar lasts.</summary>
/// <param name="Time">End of the stretch, UTC nanoseconds.</param>
/// <param name="Price">Mid of quotes, price of prints, close of bars, in quote currency.</param>
public readonly record struct MinutePrice(long Time, double Price);
