using Workbench.Model;

namespace Workbench.App;

/// <summary>What a session on live prices stands on, as its venue said before it began.</summary>
/// <param name="Instruments">What it trades.</param>
/// <param name="Rates">Pairs that only convert.</param>
/// <param name="Account">The account.</param>
/// <param name="Currency">Currency that its worth is told in.</param>
/// <param name="Cash">Money in that currency.</param>
sealed record Ground(IReadOnlyList<Instrument> Instruments, IReadOnlyList<Instrument> Rates, VenueAccount Account, string Currency, decimal Cash);
