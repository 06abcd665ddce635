for left, right in [(1, 2), ('1', '2'), ([1], [2]), (2 ** 63 - 1, 1), (1, '2')]:
    try:
        print(left + right)
    except TypeError as error:
        print('TypeError:', error)
