namespace Workbench.Research.Evolution;

/// <summary>What expressions see at the close of a bar, besides the bar and the indicators.</summary>
/// <param name="Now">The time, UTC.</param>
/// <param name="DayOpen">When the trading day began, UTC.</param>
/// <param name="DayClose">When it ends, UTC.</param>
/// <param name="Pip">A pip, in quote currency.</param>
/// <param name="SinceTrade">Bars since the position last came, went or turned.</param>
readonly record struct Moment(DateTime Now, DateTime DayOpen, DateTime DayClose, double Pip, int SinceTrade);
