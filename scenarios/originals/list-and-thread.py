# A list that shrinks while it is gone through.
my_list = [1, 2, 3, 4]
seen = []
for x in my_list:
    seen.append(x)
    my_list.remove(x)
print('seen:', seen, 'left:', my_list)
