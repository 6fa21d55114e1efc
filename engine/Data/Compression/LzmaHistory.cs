namespace Workbench.Data.Compression;

/// <summary>What the decoder remembers of the last steps: their kinds, as a state from 0 to 11, and the last four distances, less one.</summary>
struct LzmaHistory
{
    const int FirstAfterMatch = 7;

    int rep1;
    int rep2;
    int rep3;

    /// <summary>State that chooses the odds of the next step.</summary>
    public int State { get; private set; }

    /// <summary>Distance of the last match, less one.</summary>
    public int Distance { get; private set; }

    /// <summary>Whether the last step copied something, so that the byte behind that copy is a guess at the next.</summary>
    public readonly bool IsBehindMatch => State >= FirstAfterMatch;

    public void Literal() => State = State < 4 ? 0 : State < 10 ? State - 3 : State - 6;

    public void Match(int distance)
    {
        (rep3, rep2, rep1, Distance) = (rep2, rep1, Distance, distance);
        State = IsBehindMatch ? 10 : 7;
    }

    /// <summary>A match at one of the last four distances, which becomes the last.</summary>
    public void Repeat(int which)
    {
        switch (which)
        {
            case 1:
                (Distance, rep1) = (rep1, Distance);
                break;
            case 2:
                (Distance, rep1, rep2) = (rep2, Distance, rep1);
                break;
            case 3:
                (Distance, rep1, rep2, rep3) = (rep3, Distance, rep1, rep2);
                break;
        }

        State = IsBehindMatch ? 11 : 8;
    }

    /// <summary>One byte at the last distance.</summary>
    public void ShortRepeat() => State = IsBehindMatch ? 11 : 9;
}
