using Workbench.Model;

namespace Workbench.App;

/// <summary>How it goes with a stream that a session is told.</summary>
/// <param name="Symbol">Whose.</param>
/// <param name="Kind">News, calendar or sentiment.</param>
/// <param name="Told">How many were told since this process began.</param>
/// <param name="Waiting">How many are known and wait for their time.</param>
/// <param name="Asked">How often sources were asked.</param>
/// <param name="Failed">How often they gave no answer.</param>
/// <param name="Answered">When one answered last; null for never, or where none is asked.</param>
/// <param name="Trouble">Why there is no answer now; empty where all is well.</param>
sealed record NoticeFigures(string Symbol, DataKind Kind, long Told, int Waiting, long Asked, long Failed, DateTime? Answered, string Trouble);
