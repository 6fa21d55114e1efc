namespace Workbench.Data.Calendars;

/// <summary>What becomes of a holiday that falls on a weekend.</summary>
enum Observance : byte
{
    /// <summary>Nothing: it is lost.</summary>
    None = 0,

    /// <summary>Saturday's is kept on Friday, Sunday's on Monday; never in another year. New York and Chicago.</summary>
    Nearest = 1,

    /// <summary>Kept on the next working day that is no holiday itself. London.</summary>
    Next = 2,

    /// <summary>Sunday's is kept on the next day that is no holiday itself, Saturday's is lost. Tokyo.</summary>
    SundayNext = 3,
}
