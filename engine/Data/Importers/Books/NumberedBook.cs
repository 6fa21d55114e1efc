namespace Workbench.Data.Importers.Books;

/// <summary>Messages whose numbers rise by one, snapshots among them: a number that is missing is a gap.</summary>
sealed class NumberedBook
{
    long last;

    /// <summary>Takes a message in.</summary>
    public void Take(BookLine line, DepthGate into, long row)
    {
        if (!line.IsSnapshot && line.Last != last + 1)
        {
            into.Gap(line.Time);
        }

        last = line.Last;
        into.Add(line.Time, line.IsSnapshot, line.Levels, row);
    }
}
