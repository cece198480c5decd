# Tic-tac-toe on a list: two perfect players by minimax, games from scripts of moves.
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
visited = 0


def show(board):
    for row in range(3):
        print(" " + " | ".join(board[row * 3 : row * 3 + 3]))
        if row < 2:
            print("---+---+---")


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    if " " not in board:
        return "draw"
    return None


def minimax(board, player, cache):
    global visited
    key = ("".join(board), player)
    if key in cache:
        return cache[key]
    visited += 1
    result = winner(board)
    if result == "draw":
        value = (0, None)
    elif result is not None:
        value = (1 if result == "X" else -1, None)
    else:
        value = None
        for i in range(9):
            if board[i] == " ":
                board[i] = player
                score, _ = minimax(board, "O" if player == "X" else "X", cache)
                board[i] = " "
                if value is None or (score > value[0] if player == "X" else score < value[0]):
                    value = (score, i)
    cache[key] = value
    return value


def play(moves):
    board = [" "] * 9
    player = "X"
    for move in moves:
        try:
            square = int(move)
            if square < 0 or board[square] != " ":
                raise ValueError(f"square {square} is taken or illegal")
        except ValueError as e:
            print("  illegal:", e)
            continue
        except IndexError:
            print("  illegal: no square", move)
            continue
        board[square] = player
        result = winner(board)
        if result:
            return board, result
        player = "O" if player == "X" else "X"
    return board, "unfinished"


board, result = play(["0", "4", "1", "x", "1", "2", "12", "6"])
show(board)
print(result)
board, result = play("012345678")
show(board)
print(result)
print(play([]))

cache = {}
board = [" "] * 9
player = "X"
while winner(board) is None:
    score, move = minimax(board, player, cache)
    board[move] = player
    print(player, "plays", move, "score", score)
    player = "O" if player == "X" else "X"
show(board)
print(winner(board), visited, len(cache))
