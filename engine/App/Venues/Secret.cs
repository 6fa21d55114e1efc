using System.Text;

namespace Workbench.App;

/// <summary>Reads something secret from a terminal without showing it.</summary>
static class Secret
{
    public static string Ask(string question)
    {
        Console.Error.Write(question);
        var said = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                said.Length = Math.Max(0, said.Length - 1);
            }
            else if (key.KeyChar >= ' ')
            {
                said.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return said.ToString();
    }
}
